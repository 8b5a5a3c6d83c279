import { setImmediate as turn } from 'node:timers/promises'
import t from 'tap'
import { delimitedRecords } from '#server/feed-files/delimited.ts'

const partSize = 2 ** 16
const parts = 40

/** Yields a file in parts of the size in which files are read, and announces each. */
async function* textOf(read: () => void): AsyncGenerator<string> {
  yield 'id\ttitle\n'
  for (let part = 0; part < parts; part++) {
    read()
    yield `${part}\t${'x'.repeat(partSize)}\n`
  }
}

t.test('a file whose rows are taken slowly is read to its end, and not far ahead', async (t) => {
  const options = { delimiter: '\t', required: [], lines: false, warn: () => undefined } as const
  let [rows, read, mostAhead] = [0, 0, 0]
  for await (const records of delimitedRecords(
    textOf(() => read++),
    options,
  )) {
    rows += records.length
    // Others have the event loop meanwhile, among them what reads ahead.
    for (let count = 0; count < 50; count++) await turn()
    mostAhead = Math.max(mostAhead, read - rows)
  }
  t.equal(rows, parts)
  t.ok(mostAhead <= 3, `${mostAhead} parts ahead`)
})
