import 'reflect-metadata';
import { serve } from '@redress/hosting/serve';
import { AuditModule } from './audit.module.js';

await serve(AuditModule, 'audit');
