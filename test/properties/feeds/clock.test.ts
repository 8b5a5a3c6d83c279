import t from 'tap'
import { testNow } from '#test/support/mock.ts'
import { clockCalls, runClockCalls } from './clock-calls.ts'
import { holdSequences } from './hold-sequences.ts'

t.test('no change of the clock loses, repeats or holds up the processing of a feed', (t) =>
  holdSequences(t, clockCalls, (send, calls) => runClockCalls(send, testNow, calls)),
)
