/** Computations that would keep a page waiting, by name: pure functions, values in, values out. */
export type Tasks = Readonly<Record<string, (...inputs: never[]) => unknown>>;

export type TaskInputs<All extends Tasks, Name extends keyof All> = Parameters<All[Name]>;
export type TaskResult<All extends Tasks, Name extends keyof All> = ReturnType<All[Name]>;

/** Runs a task where it is called. */
export function runTask<All extends Tasks, Name extends keyof All>(
  tasks: All,
  name: Name,
  inputs: TaskInputs<All, Name>,
): TaskResult<All, Name> {
  const task = tasks[name] as unknown as (...values: TaskInputs<All, Name>) => TaskResult<All, Name>;
  return task(...inputs);
}
