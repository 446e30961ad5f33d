import { serveTasks } from '../../computation/serveTasks.js';
import { TASKS } from './tasks.js';

serveTasks(TASKS);
