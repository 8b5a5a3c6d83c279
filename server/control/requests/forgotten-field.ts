import { z } from 'zod'

/** How many requests an answer lacks. */
export const Forgotten = z.int().meta({
  description:
    'How many more may match, of which the journal has no longer enough to tell: 0 where the answer is complete.',
})
