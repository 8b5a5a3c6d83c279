import { testPage } from '../snippets.ts'

testPage('docs/testing/go.md')
