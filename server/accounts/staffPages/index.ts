export { FormValuesSchema, filled, say, ticked, type FormValues } from './formValues.js';
export {
  fieldsOf,
  readForm,
  summaryOf,
  type ErrorSummary,
  type FieldGroup,
  type FormField,
  type FormModel,
  type FormReading,
  type TextField,
} from './staffForm.js';
export { staffLayout } from './staffLayout.js';
export type { StaffPlace } from './staffNavigation.js';
export { cell, column, type TableCell, type TableModel } from './staffTable.js';
