import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** A tree to serve: `root` is the document root, `tree` the folder in it that `octavo build` made. */
export interface Hosted {
  readonly root: string;
  readonly tree: string;
}

export interface Running {
  /** `http://127.0.0.1:<port>`, one for each tree. */
  readonly origins: readonly string[];
  readonly stop: () => Promise<void>;
}

/** A program, as a shell or the administrator's paths find it. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Starts nginx with the files of each tree included, one server block for each. */
export async function startNginx(program: string, trees: readonly Hosted[], work: string): Promise<Running> {
  await mkdir(work, { recursive: true });
  const ports = await freePorts(trees.length);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `  ${name}_temp_path ${join(work, name)};`)
    .join('\n');
  const config = `daemon off;
master_process off;
pid ${join(work, 'nginx.pid')};
error_log stderr warn;
events { }
http {
  access_log off;
${temporary}
${trees.map(({ tree }) => `  include ${join(tree, 'hosting/nginx-maps.conf')};`).join('\n')}
${trees.map(({ root, tree }, at) => `  server {\n    listen 127.0.0.1:${ports[at]};\n    root ${root};\n    include ${join(tree, 'hosting/nginx.conf')};\n  }`).join('\n')}
}
`;
  const file = join(work, 'nginx.conf');
  await writeFile(file, config);
  return run(program, ['-p', work, '-e', 'stderr', '-c', file], ports, work);
}

/** Starts Caddy with the file of each tree imported, one site for each. */
export async function startCaddy(program: string, trees: readonly Hosted[], work: string): Promise<Running> {
  await mkdir(work, { recursive: true });
  const ports = await freePorts(trees.length);
  const sites = trees.map(
    ({ root, tree }, at) =>
      `http://127.0.0.1:${ports[at]} {\n\tbind 127.0.0.1\n\troot * ${root}\n\timport ${join(tree, 'hosting/Caddyfile')}\n}\n`,
  );
  const file = join(work, 'Caddyfile');
  await writeFile(file, `{\n\tadmin off\n\tauto_https off\n}\n${sites.join('')}`);
  return run(program, ['run', '--config', file, '--adapter', 'caddyfile'], ports, work);
}

async function run(
  program: string,
  args: readonly string[],
  ports: readonly number[],
  home: string,
): Promise<Running> {
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString();
    });
  }
  const origins = ports.map((port) => `http://127.0.0.1:${port}`);
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 200) throw new Error(`${program} did not start: ${output}`);
    const answers = await Promise.all(origins.map((origin) => fetch(origin).catch(() => undefined)));
    if (answers.every(Boolean)) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // What nginx warns of, a reader of the log would mind.
  const warning = /\[(warn|emerg|alert)\].*/.exec(output)?.[0];
  if (warning !== undefined) {
    child.kill();
    throw new Error(warning);
  }
  return {
    origins,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
