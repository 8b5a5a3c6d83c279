import type { LeadForm } from '../lead-forms/schema.ts'
import type { LeadAnswer } from './schema.ts'

type Question = LeadForm['questions'][number]

const invented: Readonly<Record<string, string>> = {
  FULL_NAME: 'Robin Miller',
  FIRST_NAME: 'Robin',
  LAST_NAME: 'Miller',
  EMAIL: 'robin.miller@example.com',
  PHONE_NUMBER: '+1 555 0100',
  ZIP_CODE: '94103',
  GENDER: 'Unspecified',
  CITY: 'San Francisco',
  COUNTRY: 'US',
  STATE_PROVINCE: 'California',
  ADDRESS: '1 Example Street',
  DATE_OF_BIRTH: '1990-01-01',
  AGE: '36',
}

/** Returns the answers of an invented person to the questions of a form. */
export const inventedAnswers = ({ questions }: Pick<LeadForm, 'questions'>): readonly string[] =>
  questions.map(
    ({ question_type = 'CUSTOM', custom_question_options: options }) =>
      invented[question_type] ?? options?.[0] ?? 'An answer',
  )

/** Returns answers with the questions of a form that they are to, in its order. */
export const answersTo = (
  { questions }: Pick<LeadForm, 'questions'>,
  answers: readonly string[],
): readonly LeadAnswer[] =>
  questions.map((question: Question, index) => ({
    question_type: question.question_type ?? 'CUSTOM',
    label: question.custom_question_label ?? null,
    answer: answers[index] ?? '',
  }))
