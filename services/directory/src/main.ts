import 'reflect-metadata';
import { serve } from '@redress/hosting/serve';
import { DirectoryModule } from './directory.module.js';

await serve(DirectoryModule, 'directory');
