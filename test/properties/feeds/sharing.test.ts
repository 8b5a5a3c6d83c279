import t from 'tap'
import { holdSequences } from './hold-sequences.ts'
import { runSharingCalls, sharingCalls } from './sharing-calls.ts'

t.test('items are as the feed brings them that was read last of those that still do', (t) =>
  holdSequences(t, sharingCalls, runSharingCalls),
)
