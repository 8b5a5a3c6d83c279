import { testPage } from '../snippets.ts'

testPage('docs/guides/faults.md')
