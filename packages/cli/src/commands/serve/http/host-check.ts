/**
 * Whether a request was meant for this server: its Host (RFC 9112 section 3.2) is a name of the
 * loopback and our port. Any other name is a page elsewhere that has had its own name lead here (DNS
 * rebinding) and would read the book.
 */
export function isLoopbackHost(host: string | undefined, port: number): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].some((name) => host?.toLowerCase() === `${name}:${port}`);
}
