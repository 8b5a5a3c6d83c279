import { createWriteStream } from 'node:fs'
import { sampleProduct } from '#server/domain/catalogs/feeds/sample-products.ts'

const padding = 'A shelter for two with a porch; poles, pegs and a bag come with it. '.repeat(5)

/** Writes a feed of sample products in TSV, about 600 bytes each. */
export async function writeFeed(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file)
  const columns = Object.keys({ ...sampleProduct(0), sale_price: '' })
  out.write(`${columns.join('\t')}\n`)
  for (let index = 0; index < rows; index++) {
    const product = { ...sampleProduct(index), description: padding + index } as Record<string, string>
    const isRoom = out.write(`${columns.map((name) => product[name] ?? '').join('\t')}\n`)
    if (!isRoom) await new Promise<void>((resolve) => out.once('drain', () => resolve()))
  }
  await new Promise<void>((resolve) => out.end(() => resolve()))
}
