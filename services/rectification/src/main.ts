import 'reflect-metadata';
import { serve } from '@redress/hosting/serve';
import { RectificationModule } from './rectification.module.js';

await serve(RectificationModule, 'rectification');
