import { z } from 'zod'

/** How many requests an answer lacks. */
export const Forgotten = z.int().meta({
  description: 'Number of discarded requests that may match as well. 0: the result is complete.',
})
