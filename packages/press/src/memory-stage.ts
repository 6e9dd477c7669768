import type { Stage } from './ports.ts';

/** A stage that keeps written files in memory, by path, for programs that serve or forward them. */
export interface MemoryStage extends Stage {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Opens a stage in memory. */
export function memoryStage(): MemoryStage {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    async write(path, content) {
      if (content instanceof Uint8Array) {
        files.set(path, content);
        return;
      }
      const chunks: Uint8Array[] = [];
      for await (const chunk of content) chunks.push(chunk);
      files.set(path, new Uint8Array(Buffer.concat(chunks)));
    },
  };
}
