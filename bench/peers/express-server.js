import { readFileSync } from 'node:fs'
import express from 'express'

const [file, port] = process.argv.slice(2)
const campaigns = new Map(JSON.parse(readFileSync(file, 'utf8')).map((campaign) => [campaign.id, campaign]))
const path = '/v5/ad_accounts/:ad_account_id/campaigns'
let lastId = 0

const app = express()
app.use(express.json())

app.get(`${path}/:id`, (request, response) => {
  const campaign = campaigns.get(request.params.id)
  if (campaign === undefined) response.status(404).json({ code: 404, message: 'Campaign not found' })
  else response.json(campaign)
})

app.get(path, ({ query: { page_size = 25, bookmark = '0' } }, response) => {
  const begin = Number(bookmark)
  const end = begin + Number(page_size)
  const items = [...campaigns.values()].slice(begin, end)
  response.json({ items, bookmark: end < campaigns.size ? String(end) : null })
})

app.post(path, ({ params: { ad_account_id }, body }, response) => {
  const now = Math.floor(Date.now() / 1000)
  const items = body.map((item) => {
    const id = String(++lastId)
    const data = {
      id,
      ad_account_id,
      status: 'ACTIVE',
      created_time: now,
      updated_time: now,
      ...item,
      type: 'campaign',
    }
    campaigns.set(id, data)
    return { data, exceptions: [] }
  })
  response.json({ items })
})

app.listen(Number(port), '127.0.0.1')
