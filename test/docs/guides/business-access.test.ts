import { testPage } from '../snippets.ts'

testPage('docs/guides/business-access.md')
