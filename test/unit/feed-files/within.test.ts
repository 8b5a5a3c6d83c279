import t from 'tap'
import { within } from '#server/feed-files/within.ts'

t.test('what does not come within its ticks is ended', async (t) => {
  const { promise, reject } = Promise.withResolvers<never>()
  await t.rejects(
    within(3, promise, () => reject(new Error('nothing came')), 1),
    { message: 'nothing came' },
  )
})

t.test('what comes while the process was held up is not ended, however long that was', async (t) => {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const waiting = within(5, promise, () => reject(new Error('nothing came')), 1)
  for (const end = performance.now() + 50; performance.now() < end; );
  setImmediate(() => resolve('came'))
  t.equal(await waiting, 'came')
})
