#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';

// A build runs for seconds: V8 had better compile simply and at once, and optimise only what stays hot
// (a quarter to a third less CPU for 1,000 entries). Later versions of Node do so by themselves.
if (process.versions.v8.startsWith('11.')) {
  setFlagsFromString('--sparkplug');
  setFlagsFromString('--interrupt-budget=300000');
  // Drawing the EPUB's cover is all the WebAssembly there is much of: optimising it takes longer than it runs.
  setFlagsFromString('--liftoff-only');
  // Garbage is so little at a time that sharing it out takes longer (a twentieth of the CPU).
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString('--no-concurrent-sweeping');
}
// Node 22 and later keep what V8 made of our code between runs: a fifth of an incremental build.
nodeModule.enableCompileCache?.();

const { start } = await import('../dist/start.js');
await start();
