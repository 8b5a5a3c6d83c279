import { testPage } from '../snippets.ts'

testPage('docs/testing/python.md')
