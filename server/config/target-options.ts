import { z } from 'zod'
import { option } from './option.ts'
import { boolean } from './parse.ts'

/** The options about another server that is called as well, and about what the mock lacks. */
export const targetOptions = {
  contract: option({
    schema: z.string().min(1).optional(),
    value: 'FILE',
    meaning: 'answer operations that it lacks by a description',
  }),
  recordings: option({
    schema: z.string().min(1).optional(),
    value: 'DIR',
    meaning: 'answer operations that it lacks by recordings',
  }),
  forward: option({
    schema: z.url({ protocol: /^https?$/ }).optional(),
    value: 'URL',
    meaning: 'ask that server too, and note how it differs',
  }),
  forwardWrites: option({
    schema: z.boolean().default(false),
    meaning: 'send it writes as well; never to production',
    read: boolean,
  }),
  production: option({
    schema: z.boolean().default(false),
    meaning: 'let --forward call production',
    read: boolean,
  }),
  record: option({
    schema: z.string().min(1).optional(),
    value: 'DIR',
    meaning: 'keep its answers there, secrets blacked out',
  }),
} as const
