import mongoose from 'mongoose';

/** The driver below mongoose, which is used for rows; here there are none. */
export const { MongoClient } = mongoose.mongo;
