import type { Description, Parameter } from '#openapi/description.ts'
import { dayOfDate, daySeconds } from '../domain/delivery/calendar.ts'
import { timeText } from '../domain/time/clock.ts'

/** What today is in the examples of the committed document. */
const writtenToday = dayOfDate('2026-06-01')

/** The mark of a day, by how many days it is after today: no text of a document has it. */
const markStart = 'day.invalid'
const markOf = (days: number): string => `${markStart}${days}`

/** Returns a document whose shared parameters have marks in place of the days of their examples. */
export function withMarkedDays(description: Description): Description {
  const { components } = description
  if (components?.parameters === undefined) return description
  const parameters = Object.entries(components.parameters).map(([name, parameter]) => [name, marked(parameter)])
  return { ...description, components: { ...components, parameters: Object.fromEntries(parameters) } }
}

function marked(parameter: Parameter): Parameter {
  const { schema } = parameter
  if (schema?.format !== 'date' || typeof schema.example !== 'string') return parameter
  return { ...parameter, schema: { ...schema, example: markOf(dayOfDate(schema.example) - writtenToday) } }
}

/**
 * Returns the day of a mark, before or after today, which is a day counted from 1970: figures that are more than 90 days
 * old are refused, and so were examples that stay where they are. What is no mark is returned as it is.
 */
export function placedDay(mark: string, today: number): string {
  if (!mark.startsWith(markStart)) return mark
  const days = Number(mark.slice(markStart.length))
  return timeText((today + days) * daySeconds).slice(0, 'YYYY-MM-DD'.length)
}
