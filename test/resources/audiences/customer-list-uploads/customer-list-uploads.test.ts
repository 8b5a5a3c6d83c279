import t from 'tap'
import { customerListIn } from '#test/fixtures/audiences.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** A list, and where its uploads are. */
async function listIn(world: Mock): Promise<{ list: Json; path: string }> {
  const list = await customerListIn(world)
  return { list, path: `/customer_lists/${list.id}/uploads` }
}

t.test('a created upload is NOT_STARTED, with an address for each part', async (t) => {
  const world = await mock(t)
  const { list, path } = await listIn(world)
  const { status, body } = await world.post(path, { operation: 'ADD', total_parts: 2 })
  t.equal(status, 200)
  const upload = body.customer_list_upload
  t.strictSame(upload, {
    id: upload.id,
    ad_account_id: world.account,
    customer_list_id: list.id,
    operation: 'ADD',
    state: 'NOT_STARTED',
    creation_time: world.now,
    updated_time: world.now,
    record_counts: null,
    error_counts: null,
  })
  const { file_parts } = body.s3_multipart_upload_data
  t.strictSame(
    file_parts.map(({ part_number }: Json) => part_number),
    [1, 2],
  )
  t.equal(new Set(file_parts.map(({ presigned_url }: Json) => new URL(presigned_url).href)).size, 2)
  t.strictSame((await world.get(`${path}/${upload.id}`)).body, upload)
})

t.test('parts are taken where they are said to go, and answered as a file store does', async (t) => {
  const world = await mock(t)
  const { path } = await listIn(world)
  const { body } = await world.post(path, { operation: 'ADD', total_parts: 2 })
  const tags = new Set<string>()
  for (const { presigned_url } of body.s3_multipart_upload_data.file_parts) {
    for (const type of ['text/csv', 'application/octet-stream']) {
      const { pathname } = new URL(presigned_url)
      const { status, headers } = await world.call('PUT', pathname, 'one@example.com', { 'content-type': type })
      t.equal(status, 200)
      tags.add(headers.etag)
    }
  }
  t.equal(tags.size, 2, 'each part has a tag of its own')
})

t.test('an upload that is run is RUNNING, and SUCCEEDED after a minute', async (t) => {
  const world = await mock(t)
  const { path } = await listIn(world)
  const upload = (await world.post(path, { operation: 'REMOVE', total_parts: 1 })).body.customer_list_upload
  world.clock.advance(10_000)
  const { status, body } = await world.post(`${path}/${upload.id}/run`, undefined)
  t.equal(status, 200)
  t.strictSame(body, { ...upload, state: 'RUNNING', updated_time: world.now + 10 })
  world.clock.advance(60_000)
  t.strictSame((await world.get(`${path}/${upload.id}`)).body, {
    ...upload,
    state: 'SUCCEEDED',
    updated_time: world.now + 70,
    record_counts: { processed: 0, valid: 0, invalid: 0 },
    error_counts: [],
  })
})

t.test('running an upload is a batch of its list', async (t) => {
  const world = await mock(t)
  const { list, path } = await listIn(world)
  const { id } = (await world.post(path, { operation: 'ADD', total_parts: 1 })).body.customer_list_upload
  t.strictSame((await world.get(`/customer_lists/${list.id}`)).body, list, 'creating it is none')
  await world.post(`${path}/${id}/run`, undefined)
  t.strictSame((await world.get(`/customer_lists/${list.id}`)).body, { ...list, num_batches: 2 })
})

t.test('an upload is found below its own list alone', async (t) => {
  const world = await mock(t)
  const { path } = await listIn(world)
  const { path: other } = await listIn(world)
  const { id } = (await world.post(path, { operation: 'ADD', total_parts: 1 })).body.customer_list_upload
  for (const answer of [
    await world.get(`${other}/${id}`),
    await world.get(`${path}/123`),
    await world.post(`${other}/${id}/run`, undefined),
  ]) {
    t.equal(answer.status, 404)
    t.strictSame(answer.body, { code: 2, message: 'Customer list upload not found.' })
  }
  t.match((await world.post('/customer_lists/123/uploads', { operation: 'ADD', total_parts: 1 })).body, {
    message: 'Customer list not found.',
  })
})

t.test('an upload has 1 to 10 parts and an operation', async (t) => {
  const world = await mock(t)
  const { path } = await listIn(world)
  for (const total_parts of [1, 10]) t.equal((await world.post(path, { operation: 'ADD', total_parts })).status, 200)
  for (const body of [
    { operation: 'ADD', total_parts: 0 },
    { operation: 'ADD', total_parts: 11 },
    { operation: 'ADD' },
    { total_parts: 1 },
    { operation: 'SET', total_parts: 1 },
  ]) {
    t.equal((await world.post(path, body)).status, 400)
  }
})

t.test('uploads of an account that nobody knows are 403', async (t) => {
  const { call } = await mock(t)
  const path = '/v5/ad_accounts/123/customer_lists/1/uploads'
  t.equal((await call('POST', path, { operation: 'ADD', total_parts: 1 })).status, 403)
  t.equal((await call('GET', `${path}/1`)).status, 403)
  t.equal((await call('POST', `${path}/1/run`)).status, 403)
})
