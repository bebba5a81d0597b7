// The founding document's live part as it stands there: Socket.IO, insert into PostgreSQL, then emit to the room. What it
// leaves open is set as one would in production: WebSocket only, no compression, sessions that can be resumed, and the
// memory that Socket.IO's own manual says can be given back.
import { createServer } from "node:http";
import jwt from "jsonwebtoken";
import { Server } from "socket.io";
import { open } from "./store.js";

const store = await open();
const server = createServer();
const io = new Server(server, {
  transports: ["websocket"],
  perMessageDeflate: false,
  serveClient: false,
  connectionStateRecovery: { maxDisconnectionDuration: 120_000, skipMiddlewares: true },
});

io.engine.on("connection", (raw) => {
  raw.request = null;
});

io.use((socket, next) => {
  try {
    const { userId, username, fullName } = jwt.verify(socket.handshake.auth.token, process.env.JWT_SECRET, {
      algorithms: ["HS256"],
    });
    socket.data.user = { id: userId, username, fullName };
    next();
  } catch {
    next(new Error("Authentication failed"));
  }
});

io.on("connection", (socket) => {
  socket.on("join", (room, done) => {
    socket.join(room);
    done("joined");
  });

  socket.on("hackathon-update", async (room, { title, content }, done) => {
    const author = socket.data.user;
    const { id, timestamp } = await store.update(room, author.id, title, content);
    io.to(room).emit("hackathon-update", { id, type: "ANNOUNCEMENT", title, content, timestamp, author });
    done(id);
  });

  socket.on("team-message", async (room, content, done) => {
    const { id, timestamp } = await store.message(room, socket.data.user.id, content);
    io.to(room).emit("team-message", { id, senderId: socket.data.user.id, content, timestamp, type: "TEXT" });
    done(id);
  });

  // A score is told as it comes in, to everybody who looks at the board.
  socket.on("score", (room, { teamId, name, score }, done) => {
    io.to(room).emit("leaderboard-update", { teamId, name, score, timestamp: new Date() });
    done(teamId);
  });
});

server.listen(Number(process.env.PORT), "127.0.0.1", 4096, () => console.log("ready"));
