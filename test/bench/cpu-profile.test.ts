import t from 'tap'
import { slowestFunctions } from '#bench/cpu-profile.ts'

const node = (id: number, functionName: string, url = '', lineNumber = 0) => ({
  id,
  callFrame: { functionName, url, lineNumber },
})

t.test(
  'the functions that took most time come first, with their share of the time in which anything ran',
  async (t) => {
    const profile = {
      nodes: [
        node(1, '(idle)'),
        node(2, 'find', 'file:///home/project/db/table.ts', 11),
        node(3, 'send', 'file:///home/project/server/http/replies.ts', 4),
        node(4, 'find', 'file:///home/project/db/table.ts', 11),
        node(5, ''),
      ],
      samples: [1, 2, 3, 4, 5],
      timeDeltas: [1000, 20, 50, 20, 10],
    }
    t.strictSame(slowestFunctions(profile, 2), [
      { name: 'send', place: 'server/http/replies.ts:5', share: 0.5 },
      { name: 'find', place: 'db/table.ts:12', share: 0.4 },
    ])
    t.equal(slowestFunctions(profile, 10).at(-1)?.name, '(anonymous)')
  },
)
