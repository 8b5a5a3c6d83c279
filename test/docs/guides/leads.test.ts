import { testPage } from '../snippets.ts'

testPage('docs/guides/leads.md')
