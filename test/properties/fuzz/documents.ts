import type { Description } from '#openapi/description.ts'
import type { Mock } from '#test/support/mock.ts'

/** The descriptions of all that a server can be called for, each path with what stands before it. */
export function documentsOf({ app }: Mock): Promise<readonly Description[]> {
  return Promise.all(
    ['/openapi.json', '/__mock/openapi.json'].map(async (url) => {
      const document: Description = (await app.inject(url)).json()
      const prefix = url.startsWith('/__mock') ? '/__mock' : '/v5'
      const isWhole = Object.keys(document.paths).every((path) => path.startsWith(prefix))
      const paths = Object.entries(document.paths).map(([path, item]) => [isWhole ? path : prefix + path, item])
      return { ...document, paths: Object.fromEntries(paths) } as Description
    }),
  )
}
