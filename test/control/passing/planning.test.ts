import t from 'tap'
import { checkPassing } from './check-passing.ts'

await checkPassing(t, 'planning')
