import 'reflect-metadata';
import { serve } from '@redress/hosting/serve';
import { InspectionModule } from './inspection.module.js';

await serve(InspectionModule, 'inspection');
