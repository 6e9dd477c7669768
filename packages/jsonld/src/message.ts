import { type MakeMessage, messagesOf } from '@octavo/core';

/** A message of this format. */
export const message: MakeMessage = messagesOf('octavo-jsonld');
