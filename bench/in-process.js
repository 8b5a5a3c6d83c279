/** Measures in this process the time to the first server's answer, and the median of later ones. */
export async function reportTimes(start) {
  const timed = async () => {
    const begin = performance.now()
    const { url, close } = await start()
    const response = await fetch(`${url}/v5/ad_accounts`, { headers: { authorization: 'Bearer bench' } })
    await response.text()
    const milliseconds = performance.now() - begin
    if (response.status !== 200) throw new Error(`answered with ${response.status}`)
    await close()
    return milliseconds
  }
  const first = await timed()
  const later = []
  for (let count = Number(process.argv[2]); count > 0; count--) later.push(await timed())
  process.send({ first, later: later.toSorted((a, b) => a - b)[later.length >> 1] ?? 0 })
}
