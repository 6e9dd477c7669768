export type { Compile } from "@octavo/core";
