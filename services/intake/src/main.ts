import 'reflect-metadata';
import { serve } from '@redress/hosting/serve';
import { IntakeModule } from './intake.module.js';

await serve(IntakeModule, 'intake');
