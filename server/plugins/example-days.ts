import type { Description, Parameter } from '#openapi/description.ts'
import { dayOfDate, daySeconds } from '../domain/delivery/calendar.ts'
import { timeText } from '../domain/time/clock.ts'

/** What today is in the examples of the committed document. */
const writtenToday = dayOfDate('2026-06-01')

/** Marks of days, by how many they are after today: no text of a document has them. */
const markOf = (days: number): string => `day.invalid${days}`
const marks = /day\.invalid(-?\d+)/g

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
 * Replaces the marks in a text by days before and after today, which is a day counted from 1970: figures that are more
 * than 90 days old are refused, and so were examples that stay where they are.
 */
export const placeDays = (text: string, today: number): string =>
  text.replace(marks, (_, days) => timeText((today + Number(days)) * daySeconds).slice(0, 'YYYY-MM-DD'.length))
