import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules about a test evaluate: the number of its answers and of the form's questions. */
export interface TestAnswers {
  readonly answers: number
  readonly questions: number
}

/** Rules about a test; each refuses the request. */
export const testAnswerRules: readonly Rule<TestAnswers>[] = [
  {
    id: 'lead_form.test.answers',
    operations: ['lead_form_test/create'],
    fields: ['answers'],
    refuses: 'request',
    ...assumed,
    source: 'a decision of this project; S523 lead_form_test/create for the code and the text',
    message: 'Invalid parameters.',
    passes: 'As many answers as the form has questions.',
    literal: true,
    sent: ({ answers }) => answers,
    violated: ({ answers, questions }) => answers !== questions,
  },
]
