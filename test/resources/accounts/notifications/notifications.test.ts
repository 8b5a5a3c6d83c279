import t from 'tap'
import { mock } from '#test/support/mock.ts'

t.test('one notification or up to 100 are received', async (t) => {
  const { call, now } = await mock(t)
  for (const body of [{ event: 'connected' }, [{ event: 'connected' }], Array(100).fill({ any: { field: [1] } })]) {
    t.strictSame((await call('POST', '/v5/notifications', body)).body, { success: true, received_at: now })
  }
})

t.test('none, more than 100, and what is no object are refused', async (t) => {
  const { call } = await mock(t)
  for (const body of [[], Array(101).fill({ event: 'x' }), ['x'], 7]) {
    t.equal((await call('POST', '/v5/notifications', body)).status, 400)
  }
})
