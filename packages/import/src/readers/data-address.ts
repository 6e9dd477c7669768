/** The address that holds a picture of a package itself; undefined for one that is not in it. */
export function dataAddress(name: string, bytes: Uint8Array | undefined): string | undefined {
  const kind = /\.(png|jpe?g|gif|webp|svg)$/i.exec(name)?.[1]?.toLowerCase() ?? 'png';
  const type = { jpg: 'jpeg', svg: 'svg+xml' }[kind] ?? kind;
  return bytes && `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
