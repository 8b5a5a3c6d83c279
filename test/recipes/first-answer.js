// Prints the milliseconds to the package's import, to a mock that listens, to its first answer, and of a later one.
const begin = performance.now()
const { startMock } = await import('pinterest-ads-mock')
const imported = performance.now()
const mock = await startMock({ seed: 'small' })
const started = performance.now()

const headers = { authorization: `Bearer ${mock.token}` }
const ask = async () => (await fetch(`${mock.baseUrl}/ad_accounts/549755885262/campaigns`, { headers })).json()
await ask()
const first = performance.now()
const many = 200
for (let index = 0; index < many; index++) await ask()
const later = (performance.now() - first) / many
await mock.close()

const figures = { import: imported - begin, startMock: started - imported, first: first - started, later }
console.log(JSON.stringify(figures))
