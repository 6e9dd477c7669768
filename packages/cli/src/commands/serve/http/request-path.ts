/**
 * Returns the path that a request's target names, decoded: `/faq/entry/618/`. Returns undefined for a target
 * that is no path within a tree: with malformed encoding, a step up, a backslash or a control character,
 * however they are encoded.
 */
export function requestPath(target: string | undefined): string | undefined {
  const [path = ''] = (target ?? '').split(/[?#]/);
  if (!path.startsWith('/')) return undefined;
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  if (/[\\\u0000-\u001f\u007f]/.test(decoded)) return undefined;
  const steps = decoded.split('/').slice(1);
  const strange = steps.some(
    (step, at) => step === '.' || step === '..' || (step === '' && at < steps.length - 1),
  );
  return strange ? undefined : decoded;
}
