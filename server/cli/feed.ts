import { commandArguments } from '../config/command-arguments.ts'
import { UsageError } from '../config/usage-error.ts'
import { catalogTypes } from '../domain/catalogs/catalog-types.ts'
import { catalogCurrencies } from '../domain/catalogs/currencies.ts'
import { itemAvailabilities } from '../domain/catalogs/item-values.ts'
import type { ItemIssueDetails } from '../domain/catalogs/validation/findings.ts'
import { countries } from '../domain/reference/countries.ts'
import { type CheckedFile, checkFile } from '../feed-files/check-file.ts'
import type { FeedFileOptions } from '../feed-files/read-feed.ts'
import { nearest } from '../http/nearest.ts'

/** The output of `pinterest-ads-mock feed check …`. */
export interface FeedCommandOutput {
  readonly printed: readonly string[]
  /** Whether every product of every file would be published. */
  readonly isFine: boolean
}

const usage =
  'It is feed check FILE… [--feed-format TSV|CSV|XML] [--catalog-type RETAIL|HOTEL|CREATIVE_ASSETS] [--country US] [--currency USD] [--availability IN_STOCK] [--format text|json].'

const options = {
  'feed-format': { type: 'string' },
  'catalog-type': { type: 'string', default: 'RETAIL' },
  country: { type: 'string' },
  currency: { type: 'string' },
  availability: { type: 'string' },
  format: { type: 'string', default: 'text' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/**
 * Runs `feed check FILE…`: checks files of products as the processing of a feed does, without a server.
 *
 * @throws UsageError
 */
export async function runFeedCommand(argv: readonly string[]): Promise<FeedCommandOutput> {
  const { values, positionals } = commandArguments(argv, { options, allowPositionals: true }, ` ${usage}`)
  if (values.help) return { printed: [usage], isFine: true }
  const [command, ...files] = positionals
  if (command !== 'check') throw new UsageError(usage)
  if (files.length === 0) throw new UsageError('feed check needs a file, or several.')
  if (values.format !== 'text' && values.format !== 'json') throw new UsageError('--format is text or json.')
  const { country, currency, availability } = values
  const catalogType = catalogTypes.find((type) => type === values['catalog-type'])
  demandOneOf('--catalog-type', values['catalog-type'], catalogTypes)
  demandOneOf('--country', country, countries)
  demandOneOf('--currency', currency, catalogCurrencies)
  demandOneOf('--availability', availability, itemAvailabilities)
  const printed: string[] = []
  let isFine = true
  for (const file of files) {
    const format = formatOf(file, values['feed-format'])
    const checked = await checkFile(file, format, { catalogType, country, currency, availability })
    printed.push(...(values.format === 'json' ? [jsonOf(file, checked)] : linesOf(file, checked)))
    isFine &&= checked.outcome.status !== 'FAILED' && Object.keys(checked.outcome.validation.errors).length === 0
  }
  return { printed, isFine }
}

/** Throws where an option has a value that the creation of a feed refuses. */
function demandOneOf(option: string, value: string | undefined, valid: readonly string[]): void {
  if (value === undefined || valid.includes(value)) return
  throw new UsageError(`${option}: there is no '${value}'. Did you mean ${nearest(value, valid)}?`)
}

/** Returns the format that is named, or that of the file's name, of which an ending of a compressed file is left out. */
function formatOf(file: string, named: string | undefined): FeedFileOptions['format'] {
  const format = (named ?? /\.(\w+)(?:\.(?:gz|zip))?$/i.exec(file)?.[1] ?? '').toUpperCase()
  if (format === 'TXT') return 'TSV'
  if (format === 'TSV' || format === 'CSV' || format === 'XML') return format
  throw new UsageError(`The format of ${file} is not known: --feed-format is TSV, CSV or XML.`)
}

function linesOf(file: string, { outcome, items }: CheckedFile): readonly string[] {
  const lines = items.flatMap(({ line, number, id, errors, warnings }) => {
    const place = `${file}:${line ?? '?'} item ${number} (${id ?? 'no id'})`
    return [
      ...Object.entries(errors).map((issue) => `${place} ${issueText('error', issue)}`),
      ...Object.entries(warnings).map((issue) => `${place} ${issueText('warning', issue)}`),
    ]
  })
  const { status, original, ingested, validation, ingestion, reason } = outcome
  const counts = { ...validation.errors, ...validation.warnings, ...ingestion.warnings }
  const named = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  const summary = `${file}: ${status}, ${ingested} of ${original} products are published${named.map((text) => `, ${text}`).join('')}`
  return [...lines, summary, ...(reason === undefined ? [] : [`${file}: ${reason}`])]
}

const issueText = (severity: string, [name, { attribute_name, provided_value }]: [string, ItemIssueDetails]): string =>
  `${severity} ${name}${attribute_name === null ? '' : ` of ${attribute_name}`}: ${JSON.stringify(provided_value)}`

function jsonOf(file: string, { outcome, items }: CheckedFile): string {
  const { status, original, ingested, validation, ingestion, reason } = outcome
  return JSON.stringify({
    file,
    status,
    product_counts: { original, ingested },
    validation_details: validation,
    ingestion_details: ingestion,
    ...(reason !== undefined && { reason }),
    items: items.map(({ line, number, id, errors, warnings }) => ({
      line,
      item_number: number,
      item_id: id,
      errors,
      warnings,
    })),
  })
}
