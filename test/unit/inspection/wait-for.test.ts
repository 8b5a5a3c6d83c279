import t from 'tap'
import { waitForRequests } from '#server/inspection/wait-for.ts'
import { JournalEntry } from '#server/journal/entry.ts'
import type { Journal } from '#server/journal/journal.ts'
import { JournalStore } from '#server/journal/journal-store.ts'

const forEver = { milliseconds: 2 ** 31 - 1, signals: [] }
let id = 0

/** An answered request that counts how often somebody looks which operation it is. */
function answered(journal: Journal, operation: string): { looks: number } {
  const counted = { looks: 0 }
  const entry = new JournalEntry({
    owner: journal,
    id: `${++id}`,
    world: journal.world,
    method: 'GET',
    url: '/v5/x',
    headers: {},
    received: 0,
    time: 0,
  })
  Object.defineProperty(entry, 'operation', {
    get: () => {
      counted.looks++
      return operation
    },
  })
  journal.add(entry)
  entry.status = 200
  entry.complete()
  entry.end()
  return counted
}

t.test('who waits looks at each request when it is answered, and not at all of them each time', async (t) => {
  const journal = new JournalStore().open('one')
  const before = answered(journal, 'ads/list')
  const waiting = waitForRequests(journal, { match: { operation: 'campaigns/list' }, count: 2, ...forEver })
  const after = ['campaigns/list', 'ads/list', 'ads/list', 'campaigns/list'].map((one) => answered(journal, one))
  await waiting
  t.equal(before.looks, 1)
  for (const { looks } of after) t.ok(looks <= 2, 'once as it was answered, and once if it was among those of before')
})

t.test('what was cleared in the meantime does not count', async (t) => {
  const journal = new JournalStore().open('one')
  let isOver = false
  const waiting = waitForRequests(journal, { match: { operation: 'ads/list' }, count: 2, ...forEver }).then(() => {
    isOver = true
  })
  answered(journal, 'ads/list')
  journal.clear()
  answered(journal, 'ads/list')
  await new Promise(setImmediate)
  t.notOk(isOver, 'one is there, and two are wanted')
  answered(journal, 'ads/list')
  await waiting
})

t.test('what was seen counts, also when there is no room for it any more', async (t) => {
  const journal = new JournalStore({ entries: 2 }).open('one')
  const waiting = waitForRequests(journal, { match: { operation: 'ads/list' }, count: 4, ...forEver })
  for (let number = 0; number < 4; number++) answered(journal, 'ads/list')
  t.equal(await waiting, 4)
  t.equal(journal.size, 2)
})

t.test('what was counted before the waiting counts', async (t) => {
  const journal = new JournalStore({ entries: 2 }).open('one')
  for (let number = 0; number < 5; number++) answered(journal, 'ads/list')
  t.equal(await waitForRequests(journal, { match: { operation: 'ads/list' }, count: 5, ...forEver }), 5)
})

t.test('a journal that is closed ends the waiting', async () => {
  const journal = new JournalStore().open('one')
  const waiting = waitForRequests(journal, { match: {}, count: 1, ...forEver })
  journal.close()
  await waiting
})
