"""measure.py <seconds> <command>: runs a shell command and prints, as JSON, what it took.

cpu: user and system seconds of the command and all its descendants, those it left behind included.
wall: seconds. peak: megabytes, the largest of the tree's summed resident sets (every 50 ms) and of
any one process's own maximum.
"""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time

limit, command = float(sys.argv[1]), sys.argv[2]
LINUX = sys.platform == 'linux'
if LINUX:
    # PR_SET_CHILD_SUBREAPER: processes that outlive their parent are ours to wait for.
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)


def descendants():
    """Process id and resident bytes of everything below this process."""
    children = {}
    for name in os.listdir('/proc') if LINUX else []:
        if not name.isdigit():
            continue
        try:
            with open(f'/proc/{name}/stat') as file:
                stat = file.read()
        except OSError:
            continue
        fields = stat[stat.rindex(')') + 2:].split()
        resident = int(fields[21]) * os.sysconf('SC_PAGE_SIZE')
        children.setdefault(int(fields[1]), []).append((int(name), resident))
    found, waiting = [], [os.getpid()]
    while waiting:
        for child in children.get(waiting.pop(), []):
            found.append(child)
            waiting.append(child[0])
    return found


peak = 0
running = True


def sample():
    global peak
    while running:
        peak = max(peak, sum(resident for _, resident in descendants()))
        time.sleep(0.05)


start = time.monotonic()
process = subprocess.Popen(['bash', '-c', command], stdout=subprocess.DEVNULL, start_new_session=True)
sampler = threading.Thread(target=sample, daemon=True)
sampler.start()
try:
    status = process.wait(limit)
except subprocess.TimeoutExpired:
    status = None
wall = time.monotonic() - start
running = False
sampler.join()
for own, _ in descendants():
    try:
        os.kill(own, signal.SIGKILL)
    except OSError:
        pass
while True:
    try:
        os.waitpid(-1, 0)
    except ChildProcessError:
        break
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
largest = usage.ru_maxrss * (1024 if LINUX else 1)
print(json.dumps({
    'status': status,
    'cpu': round(usage.ru_utime + usage.ru_stime, 3),
    'wall': round(wall, 3),
    'peak': round(max(peak, largest) / 1e6),
}))
