import { type ComparedState, changesBetween } from './state-changes.ts'

// Large exports are read and compared beside the page, which goes on answering meanwhile.

addEventListener('message', async ({ data }: MessageEvent<readonly [Blob, Blob]>) => {
  try {
    const [before, after] = await Promise.all(
      data.map(async (file): Promise<ComparedState> => JSON.parse(await file.text())),
    )
    if (before !== undefined && after !== undefined) postMessage({ changes: changesBetween(before, after) })
  } catch (error) {
    postMessage({ error: String(error) })
  }
})
