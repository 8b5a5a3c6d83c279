import { testPage } from '../snippets.ts'

testPage('docs/guides/https.md')
