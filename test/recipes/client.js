/** Stands for your own code: a client that is told where the API is, and with what token. */
export class Campaigns {
  constructor({ baseUrl, token, fetch = globalThis.fetch }) {
    this.url = `${baseUrl}/ad_accounts/549755885262/campaigns`
    this.headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    this.fetch = fetch
  }

  /** The id of the new campaign. It says why when it is refused, and tries again when it is told to wait. */
  async create(campaign) {
    const body = JSON.stringify([{ objective_type: 'AWARENESS', ...campaign }])
    const answer = await this.fetch(this.url, { method: 'POST', headers: this.headers, body })
    if (answer.status === 429) {
      await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get('retry-after'))))
      return this.create(campaign)
    }
    const [{ data, exceptions }] = (await answer.json()).items
    if (exceptions?.length > 0) throw new Error(exceptions[0].message)
    return data.id
  }

  async names() {
    const answer = await this.fetch(`${this.url}?page_size=250`, { headers: this.headers })
    return (await answer.json()).items.map(({ name }) => name)
  }
}
