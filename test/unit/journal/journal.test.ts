import t from 'tap'
import { RequestWarnings } from '#server/http/validation/request-warnings.ts'
import { JournalEntry } from '#server/journal/entry.ts'
import type { Journal } from '#server/journal/journal.ts'
import { JournalStore } from '#server/journal/journal-store.ts'

let id = 0

function remember(journal: Journal, answer = '{}'): JournalEntry {
  const arrival = {
    id: `${++id}`,
    world: journal.world,
    method: 'GET',
    url: '/v5/x',
    headers: {},
    received: 0,
    time: 0,
  }
  const entry = new JournalEntry({ owner: journal, ...arrival })
  journal.add(entry)
  entry.answered(answer)
  entry.complete()
  return entry
}

t.test('a journal remembers so many requests, and forgets the oldest first', async (t) => {
  const journal = new JournalStore({ entries: 10 }).open('one')
  for (let count = 0; count < 25; count++) remember(journal)
  t.equal(journal.entries.length, 10)
  t.equal(journal.entries.at(-1)?.sequence, 25)
  t.equal(journal.forgotten.count, 15)
})

t.test('what it forgets is not weighed any more, also when its answer comes later', async (t) => {
  const journal = new JournalStore({ entries: 1 }).open('one')
  const first = remember(journal)
  remember(journal)
  const { bytes } = journal
  first.complete()
  t.equal(journal.bytes, bytes)
})

t.test('when all journals together hold too much, the one that holds most gives up its oldest', async (t) => {
  const store = new JournalStore({ bytes: 100_000 })
  const [small, large] = [store.open('small'), store.open('large')]
  remember(small)
  for (let count = 0; count < 10; count++) remember(large, 'x'.repeat(10_000))
  t.equal(small.entries.length, 1)
  t.ok(large.entries.length < 10)
  t.ok(large.bytes + small.bytes <= 100_000)
})

t.test('a closed journal is kept for the report of all, and is the first to be forgotten', async (t) => {
  const store = new JournalStore({ bytes: 100_000 })
  const before = store.open('one')
  const entry = remember(before)
  before.close()
  const after = store.open('one')
  remember(after)
  t.same(store.all(), [before, after])
  t.equal(store.find(entry.id, 'one'), entry)
  remember(after, 'x'.repeat(60_000))
  remember(after, 'x'.repeat(33_000))
  t.same(store.all(), [after])
  t.equal(after.entries.length, 3)
})

t.test('of many closed journals those that hold more than ten worlds would are forgotten', async (t) => {
  const store = new JournalStore({ entries: 2 })
  for (let count = 0; count < 30; count++) {
    const journal = store.open('one')
    remember(journal)
    journal.close()
  }
  t.equal(store.all().length, 20)
})

t.test('of a long body the beginning is kept, as text without halves of characters', async (t) => {
  const entry = remember(new JournalStore().open('one'), `x${'😀'.repeat(40_000)}`)
  t.ok(entry.answerTruncated)
  t.ok(entry.answer?.isWellFormed())
  t.ok((entry.answer?.length ?? 0) <= 65_536)
})

t.test('when all journals together hold too many requests, the one that holds most gives up its oldest', async (t) => {
  const store = new JournalStore({ entries: 30_000 })
  const journals = ['one', 'two', 'three'].map((name) => store.open(name))
  for (const journal of journals) for (let count = 0; count < 10_000; count++) remember(journal)
  const counts = () => journals.map(({ entries }) => entries.length)
  t.same(counts(), [10_000, 10_000, 10_000], 'as many as one of them may have')
  const [first = store.open('four')] = journals
  remember(first)
  t.same(counts(), [5000, 10_000, 10_000])
})

t.test('what a request is made of is weighed: its path and its headers as well', async (t) => {
  const journal = new JournalStore().open('one')
  remember(journal)
  const { bytes } = journal
  const arrival = { id: '0', world: 'one', method: 'GET', received: 0, time: 0 }
  const entry = new JournalEntry({
    ...arrival,
    owner: journal,
    url: `/v5/${'x'.repeat(10_000)}`,
    headers: { cookie: 'x'.repeat(5000) },
  })
  journal.add(entry)
  entry.complete()
  t.ok(journal.bytes - bytes > 15_000)
})

t.test('of what was refused the beginning is kept, and how many items there were', async (t) => {
  const entry = remember(new JournalStore().open('one'))
  const sent = Array(100_000).fill(0)
  entry.refused(
    Array.from({ length: 1000 }, (_, item) => ({ rule: 'a', code: 1, message: 'm'.repeat(5000), item, sent })),
  )
  t.equal(entry.violations.length, 250)
  t.equal(entry.refusedItems, 1000)
  t.ok(JSON.stringify(entry.violations).length < 500_000)
})

t.test('findings that nobody asks for are read when they become too many, the oldest first', async (t) => {
  const store = new JournalStore()
  const journal = store.open('one')
  const read: number[] = []
  const text = JSON.stringify({ name: 'x'.repeat(60_000) })
  for (let number = 0; number < 80; number++) {
    const entry = remember(journal)
    const schema = {
      get body() {
        read.push(number)
        return undefined
      },
    }
    entry.findings = new RequestWarnings({ url: '/v5/x', text, schema })
    entry.complete()
  }
  t.same(
    read,
    Array.from({ length: read.length }, (_, index) => index),
  )
  t.equal(80 - read.length, Math.floor((4 * 2 ** 20) / text.length), 'so many are left unread')
})
