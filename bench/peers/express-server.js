import { readFileSync } from 'node:fs'
import express from 'express'

const [file, port] = process.argv.slice(2)
const stored = JSON.parse(readFileSync(file, 'utf8')).map((campaign) => [campaign.id, campaign])
const unset = Object.fromEntries(Object.keys(stored[0][1]).map((field) => [field, null]))
const path = '/v5/ad_accounts/:ad_account_id/campaigns'
let campaigns = new Map(stored)
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
    const own = { id, ad_account_id, type: 'campaign', created_time: now, updated_time: now }
    const data = { ...unset, status: 'ACTIVE', ...item, ...own }
    campaigns.set(id, data)
    return { data, exceptions: [] }
  })
  response.json({ items })
})

app.post('/reset', (_request, response) => {
  campaigns = new Map(stored)
  response.json({})
})

app.listen(Number(port), '127.0.0.1')
