/**
 * Says whether a request was meant for this server: its Host (RFC 9112 section 3.2) must be a name of the
 * loopback interface with our port. Any other name belongs to a page elsewhere that made its own name resolve
 * to this machine (DNS rebinding) in order to read the book.
 */
export function isLoopbackHost(host: string | undefined, port: number): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].some((name) => host?.toLowerCase() === `${name}:${port}`);
}
