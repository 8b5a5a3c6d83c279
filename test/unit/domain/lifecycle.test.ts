import t from 'tap'
import { type Lifecycle, stateAt } from '#server/domain/time/lifecycle.ts'

const lifecycle: Lifecycle<'asked' | 'at work' | 'done'> = [
  [0, 'asked'],
  [5, 'at work'],
  [60, 'done'],
]

t.test('a state is reached at its second and lasts until the next', async (t) => {
  const seen = [0, 4, 5, 59, 60, 1e6].map((seconds) => stateAt(lifecycle, 100, 100 + seconds))
  t.same(seen, ['asked', 'asked', 'at work', 'at work', 'done', 'done'])
})

t.test('before the beginning the first state stands', async (t) => {
  t.equal(stateAt(lifecycle, 100, 50), 'asked')
})
