import { Module } from '@nestjs/common';
import { hosting } from '@redress/hosting/hosting';

@Module({
  imports: [hosting('inspection', { projections: [], reactions: [] })],
})
export class InspectionModule {}
